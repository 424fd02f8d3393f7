"""Our own documents, made from Jinja templates."""
