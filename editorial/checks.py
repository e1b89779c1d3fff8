"""System checks that catch mistakes in the kinds which a subject registers."""
