package nl.banenschakel.agreement;

import nl.banenschakel.agreement.Agreement.Version;

/** A version of an agreement with what it says. */
public record AgreementVersion(Agreement agreement, Version version, Content content) {}
