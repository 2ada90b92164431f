"""Free text finds topics."""
