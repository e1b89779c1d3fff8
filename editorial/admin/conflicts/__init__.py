"""What the screens show when somebody else saved meanwhile: both texts put together, nothing lost. Start with `choices`."""
