"""Get ready for your race, and know what to do if a cramp comes."""
