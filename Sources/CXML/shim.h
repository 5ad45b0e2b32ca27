// Debian's library is built with ICU, and Foundation has an ICU of its own: one file of Swift cannot see both.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>

// The library frees by a variable, which Swift does not touch.
static inline void xml_text_free(xmlChar *text) { xmlFree(text); }
