package dev.alidade.identity;

import dev.alidade.operation.Description;

record RevokeApiKeyInput(
    @Description("The key's id, which list_api_keys gives; it stands in the key itself too")
        String id) {}
