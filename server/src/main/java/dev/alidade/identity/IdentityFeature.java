package dev.alidade.identity;

import dev.alidade.audit.Audit;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import java.time.Clock;
import java.util.List;

/** Callers, passwords, sessions and API keys. */
public final class IdentityFeature {
  private final CallerService callers;
  private final KeyService keys;
  private final SignIns signIns;

  /** Operations on the callers that {@code identities} knows. */
  public IdentityFeature(Identities identities, RoleBook roles, Audit audit, Clock clock) {
    Passwords passwords = new Passwords();
    keys = new KeyService(identities, roles, clock);
    callers = new CallerService(identities, passwords, keys, roles, clock);
    signIns = new SignIns(identities, passwords, audit, clock);
  }

  /** All that is done about who asks. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        whoAmI(),
        signIn(),
        signOut(),
        setPassword(),
        createKey(),
        listKeys(),
        revokeKey(),
        createCaller(),
        listCallers(),
        changeCaller(),
        removeCaller());
  }

  private Operation<WhoAmIInput, WhoAmIOutput> whoAmI() {
    return Operation.named("who_am_i", WhoAmIInput.class, WhoAmIOutput.class)
        .title("Who am I")
        .description("Says as whom you are known here, with which roles, and how you came in.")
        .forEverybody()
        .examples("who-am-i")
        .handledBy((input, invocation) -> signIns.whoAmI(invocation));
  }

  private Operation<SignInInput, SignInOutput> signIn() {
    return Operation.named("sign_in", SignInInput.class, SignInOutput.class)
        .title("Sign in")
        .description(
            "Begins a session with name and password. It ends after 7 days, or after 8 hours "
                + "without use.")
        .effect(OperationEffect.WRITE)
        .forStrangers()
        .primary("name")
        .examples("sign-in ada --password - < password.txt")
        .handledBy(signIns::signIn);
  }

  private Operation<SignOutInput, SignOutOutput> signOut() {
    return Operation.named("sign_out", SignOutInput.class, SignOutOutput.class)
        .title("Sign out")
        .description("Ends the session that you show.")
        .effect(OperationEffect.WRITE)
        .forStrangers()
        .examples("sign-out")
        .handledBy((input, invocation) -> signIns.signOut(invocation));
  }

  private Operation<SetPasswordInput, SetPasswordOutput> setPassword() {
    return Operation.named("set_password", SetPasswordInput.class, SetPasswordOutput.class)
        .title("Set a password")
        .description(
            "Changes your password, or as an administrator somebody's. All other sessions of that "
                + "caller end.")
        .effect(OperationEffect.WRITE)
        .forEverybody()
        .examples("set-password --caller ada --password - < password.txt")
        .handledBy(callers::setPassword);
  }

  private Operation<CreateApiKeyInput, CreatedKey> createKey() {
    return Operation.named("create_api_key", CreateApiKeyInput.class, CreatedKey.class)
        .title("Create an API key")
        .description(
            "Makes a key for a program: with some of your roles or all, until a day. It is shown "
                + "this once. Administrators make keys for other callers too.")
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples("create-api-key nightly-report --roles viewer --expires-at 2027-01-31")
        .handledBy(keys::create);
  }

  private Operation<ListApiKeysInput, ListApiKeysOutput> listKeys() {
    return Operation.named("list_api_keys", ListApiKeysInput.class, ListApiKeysOutput.class)
        .title("List API keys")
        .description(
            "Your API keys without their secrets, the latest first; as an administrator also "
                + "somebody else's.")
        .examples("list-api-keys")
        .handledBy(keys::list);
  }

  private Operation<RevokeApiKeyInput, RevokeApiKeyOutput> revokeKey() {
    return Operation.named("revoke_api_key", RevokeApiKeyInput.class, RevokeApiKeyOutput.class)
        .title("Revoke an API key")
        .description("Makes a key useless at once, at every door; it cannot be brought back.")
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("id")
        .examples("revoke-api-key 0123456789abcdef")
        .handledBy(keys::revoke);
  }

  private Operation<CreateCallerInput, CreateCallerOutput> createCaller() {
    return Operation.named("create_caller", CreateCallerInput.class, CreateCallerOutput.class)
        .title("Create a caller")
        .right(Right.ADMINISTER)
        .description(
            "Lets a person or a program in, with these roles. While there is no caller everybody "
                + "on this machine is let in; the first one ends that, and needs a role that "
                + "administers.")
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples(
            "create-caller ada --roles admin --password - < password.txt",
            "create-caller reports --roles viewer --attributes '{\"region\": \"west\"}'")
        .handledBy(callers::create);
  }

  private Operation<ListCallersInput, ListCallersOutput> listCallers() {
    return Operation.named("list_callers", ListCallersInput.class, ListCallersOutput.class)
        .title("List callers")
        .description("Everybody who may come in, with their roles; for administrators.")
        .right(Right.ADMINISTER)
        .examples("list-callers")
        .handledBy((input, invocation) -> callers.list(invocation));
  }

  private Operation<ChangeCallerInput, ChangeCallerOutput> changeCaller() {
    return Operation.named("change_caller", ChangeCallerInput.class, ChangeCallerOutput.class)
        .title("Change a caller")
        .right(Right.ADMINISTER)
        .description(
            "Gives a caller other roles, attributes or limits, at once and at every door. Keys keep those "
                + "of their roles that the caller still has.")
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples(
            "change-caller ada --roles viewer,analyst",
            "change-caller nightly --limits '{\"rows\": 5000, \"requests-per-minute\": 60}'")
        .handledBy(callers::change);
  }

  private Operation<RemoveCallerInput, RemoveCallerOutput> removeCaller() {
    return Operation.named("remove_caller", RemoveCallerInput.class, RemoveCallerOutput.class)
        .title("Remove a caller")
        .right(Right.ADMINISTER)
        .description(
            "Takes a caller away with all keys and sessions, at once and at every door. Callers of "
                + "alidade.yaml are removed there.")
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("name")
        .examples("remove-caller ada")
        .handledBy(callers::remove);
  }
}
