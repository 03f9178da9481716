"""Results shaped for the page: nouns of strings, one set of them for every format of a document."""
