"""Learning records: what was learned, as statements that other systems read, kept until one has received them."""
