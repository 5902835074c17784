"""Get ready for a race without the cramp at mile 18."""
