"""What public pages are made of: frame, content in one language, words for values, and what they ask the database."""
