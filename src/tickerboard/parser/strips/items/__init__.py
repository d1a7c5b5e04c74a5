"""The grammar of lists whose items have the same lines: the columns of the list show what each line is."""
