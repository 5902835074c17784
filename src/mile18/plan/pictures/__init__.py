"""A picture of the answers of each topic; it says nothing that the answers do not."""
