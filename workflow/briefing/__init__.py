"""From summaries to the document that goes out."""
