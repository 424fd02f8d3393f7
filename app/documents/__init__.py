"""Our own documents from Jinja Word templates: rendered in a sandbox, in a child process with limits."""
