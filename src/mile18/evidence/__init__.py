"""The sourced claims mile18 may show, and the words it may use."""
