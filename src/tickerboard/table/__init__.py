"""What a table shows, without a screen: columns, order, views and the filter language."""
