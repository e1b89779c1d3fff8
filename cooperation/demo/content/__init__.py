"""The demo content: plain data, written for the project, in three languages."""
