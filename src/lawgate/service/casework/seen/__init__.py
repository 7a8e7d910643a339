"""What each kind of person is shown, and no more."""
