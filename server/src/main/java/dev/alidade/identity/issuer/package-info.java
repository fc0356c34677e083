/** Callers who come with a token of an issuer that is trusted (OAuth 2.1, OpenID Connect). */
package dev.alidade.identity.issuer;
