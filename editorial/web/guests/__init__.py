"""What somebody without an account sees who holds a preview link."""
