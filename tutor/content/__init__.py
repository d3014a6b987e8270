"""What authors write, as frozen data: decks, cards, exercises, maths. The only yaml."""
