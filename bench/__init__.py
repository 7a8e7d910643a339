"""What is claimed is measured here, mostly beside a peer in the same run; README.md is the index."""
