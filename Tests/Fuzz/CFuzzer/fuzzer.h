#include <stddef.h>
#include <stdint.h>

// The entrance of libFuzzer for programs with a main of their own (LLVM's compiler-rt, FuzzerInterface.h).
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
