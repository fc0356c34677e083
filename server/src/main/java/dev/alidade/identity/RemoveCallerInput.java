package dev.alidade.identity;

import dev.alidade.operation.Description;

record RemoveCallerInput(@Description("Who is to go, with all keys and sessions") String name) {}
