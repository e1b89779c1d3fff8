"""What visitors say to the house: reports of problems and comments; how they are counted, cleaned and looked after."""
