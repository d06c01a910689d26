package nl.banenschakel.platform.auth;

import java.util.Set;
import java.util.UUID;

/**
 * That one organisation may act for another one now.
 *
 * @param representative which acts
 * @param name what the other one calls it
 * @param roles in which, at most
 */
public record Representation(UUID representative, String name, Set<Role> roles) {}
