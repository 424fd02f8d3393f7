"""What the user does: one module for each job, named by its verb; ports come in as arguments."""
