import sys

from export_pair.cli import main

sys.exit(main())
