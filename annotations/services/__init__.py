"""What the machine and people may do; the only writers."""
