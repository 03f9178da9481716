"""What offices really send: read right, or refused at its place."""
