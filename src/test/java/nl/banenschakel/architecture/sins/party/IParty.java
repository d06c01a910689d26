package nl.banenschakel.architecture.sins.party;

/** A name that says nothing. */
record IParty() {}
