"""What the exit code of a command says; 0 is all well."""

SOME_REJECTED = 1
DIFFERENT = 1
REFUSED = 2
INTERRUPTED = 130  # what typer makes of Ctrl-C; it leaves as REFUSED
