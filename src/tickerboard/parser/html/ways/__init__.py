"""Which way a figure without a sign moved, as icons, colours and the words of classes show it."""
