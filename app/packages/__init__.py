"""Office packages (zip and XML): open safely, find places, patch the parts touched, copy the rest byte for byte."""
