"""Large requests: their stages, engines, masks, sudden deaths, and a whole transfer."""
