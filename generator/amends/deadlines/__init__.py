"""When everything is due for one complaint: a calendar, the counting, and how it is shown."""
