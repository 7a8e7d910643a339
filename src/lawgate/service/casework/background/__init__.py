"""What happens with nobody at a page: the jobs, and what the course of time makes due."""
