/* libxml2 built with ICU brings ICU's headers, which clash with those of Swift's Foundation. Nothing used here
   depends on them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* How many elements are open where an error arose: a file that breaks off and one that goes on after its end give the
   same code. */
static inline int open_elements(void *context) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  return context ? ((xmlParserCtxtPtr)context)->nameNr : 0;
#pragma GCC diagnostic pop
}
