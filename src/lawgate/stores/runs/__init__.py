"""What runs read and leave: folders and tables of batches, audits, matches and reviews, each written whole."""
