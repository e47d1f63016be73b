"""What an editor asks while somebody writes: findings, names, places and changes, over files that are not saved yet."""
