"""Small reusable widgets that know no tender."""
