"""`python -m mile18`."""

import sys

from mile18.cli import main

sys.exit(main())
