#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>

// The library frees by a variable, which Swift does not touch.
static inline void xml_text_free(xmlChar *text) { xmlFree(text); }
