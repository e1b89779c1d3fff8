"""The review screen: what changed, what speaks for and against it, and the decision. Start with `screen`."""
