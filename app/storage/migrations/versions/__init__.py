"""One module for each schema a release has had."""
