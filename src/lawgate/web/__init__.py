"""The pages: each view parses, calls one service function and renders; it holds no rule."""
