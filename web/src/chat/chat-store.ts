import { call, callWithProgress } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { ChipEdit } from "@/api/types";
import { tour } from "@/tour/tour-store";
import { conversationAddress, goTo, isAskPage, isFirstAddress } from "./route";
import { EMPTY, reduceChat, type Chat, type ChatEvent } from "./turns";

/** How a question speaks of turns before it, and who is to plan it. */
export interface Reference {
  /** The number of the option that is chosen. */
  choice?: number;
  /** A chip of the last answer, changed. */
  edit?: ChipEdit;
  /** The turn whose place the question takes. */
  insteadOf?: string | undefined;
  /** Who answers the last question again. */
  planner?: string | undefined;
  /** Whether a model is asked though its answer is kept. */
  fresh?: boolean | undefined;
}

/** What is asked, and how. */
export interface Asking extends Reference {
  question: string;
  source?: string | undefined;
  /** The turn on the page that is tried once more. */
  again?: string | undefined;
}

/** What is shown, and how many answers came so far. */
export interface ChatView {
  chat: Chat;
  answers: number;
}

/** A conversation as far as the page knows it. */
interface Session {
  chat: Chat;
  /** Ends the question that runs. */
  asking?: AbortController | undefined;
  /** Ends the loading of it. */
  loading?: AbortController | undefined;
  /** Whether its first answer came while another page was open, so that its address is an old one. */
  away: boolean;
}

const fresh = (): Session => ({ chat: EMPTY, away: false });

/** The conversation that is looked at, and those whose question runs meanwhile; it outlives the page. */
export class ChatStore {
  /** What stands in the question box. */
  draft = "";
  private session = fresh();
  private readonly others = new Set<Session>();
  private view: ChatView = { chat: EMPTY, answers: 0 };
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): ChatView => this.view;

  /** Shows the conversation of that id, or a new one where there is none. */
  show(id: string): void {
    const { chat, away } = this.session;
    if (away && chat.id && isFirstAddress()) {
      this.session.away = false;
      window.history.replaceState(null, "", conversationAddress(chat.id));
      window.dispatchEvent(new HashChangeEvent("hashchange"));
      return;
    }
    this.session.away = false;
    if ((chat.id ?? "") === id) {
      if (chat.state === "failed") {
        this.load(id);
      }
      return;
    }
    const running = [...this.others].find((each) => each.chat.id === id);
    this.turnTo(running ?? fresh());
    if (id !== "" && !running) {
      this.load(id);
    }
  }

  /** Shows a new conversation, also where the one before has no id yet. */
  begin(): void {
    if (this.session.chat !== EMPTY) {
      this.turnTo(fresh());
    }
  }

  /** Keeps what stands in the question box. */
  write(draft: string): void {
    this.draft = draft;
  }

  /** Fetches the conversation that is shown once more. */
  reopen(): void {
    if (this.session.chat.id) {
      this.load(this.session.chat.id);
    }
  }

  /** Ends the question that runs in the conversation that is shown. */
  stop(): void {
    this.session.asking?.abort();
  }

  /** Ends everything, as when somebody signs out. */
  clear(): void {
    for (const each of [this.session, ...this.others]) {
      each.asking?.abort();
      each.loading?.abort();
    }
    this.others.clear();
    this.draft = "";
    this.session = fresh();
    this.tell();
  }

  /** Asks in the conversation that is shown; nothing while a question of it runs. */
  async ask({
    question,
    source,
    again,
    choice,
    edit,
    insteadOf,
    planner,
    fresh: anew,
  }: Asking): Promise<void> {
    const session = this.session;
    if (session.asking) {
      return;
    }
    const key = again ?? `asked-${String(Date.now())}`;
    const controller = new AbortController();
    const conversation = session.chat.id;
    const at = new Date().toISOString();
    session.asking = controller;
    this.change(session, { type: "asked", key, question, source, at, insteadOf, planner });
    try {
      const answer = await callWithProgress(
        "ask",
        {
          // A planner is asked the last question of the conversation, whatever it was.
          ...(!(planner && conversation) && { question }),
          ...(source && { source }),
          ...(conversation && { conversation }),
          ...(choice && { choice }),
          ...(edit && { edit }),
          ...(insteadOf && { instead_of: insteadOf }),
          ...(planner && { planner }),
          ...(anew && { fresh: true }),
        },
        (progress) => {
          this.change(session, { type: "progressed", key, progress });
        },
        controller.signal,
      );
      session.asking = undefined;
      if (!controller.signal.aborted) {
        this.view = { ...this.view, answers: this.view.answers + 1 };
        this.change(session, { type: "answered", key, answer });
        if (answer.status === "answered") {
          tour.did("ask");
        }
        this.arrive(session, answer.conversation);
        this.tell();
      }
    } catch (error) {
      session.asking = undefined;
      this.change(
        session,
        isAbort(error) ? { type: "stopped", key } : { type: "ask-failed", key, error },
      );
    }
  }

  /** What came is kept by the server under an address, which the page takes if it is looked at. */
  private arrive(session: Session, id: string): void {
    if (session !== this.session) {
      this.others.delete(session);
    } else if (isAskPage()) {
      goTo(id);
    } else {
      session.away = true;
    }
  }

  private load(id: string): void {
    const session = this.session;
    const controller = new AbortController();
    session.loading = controller;
    this.change(session, { type: "opening", id });
    call("get_conversation", { conversation: id }, controller.signal).then(
      (conversation) => {
        this.change(session, { type: "opened", conversation });
      },
      (error: unknown) => {
        if (!isAbort(error)) {
          this.change(session, { type: "open-failed", error });
        }
      },
    );
  }

  private turnTo(next: Session): void {
    this.session.loading?.abort();
    if (this.session.asking) {
      this.others.add(this.session);
    }
    this.session = next;
    this.others.delete(next);
    this.tell();
  }

  private change(session: Session, event: ChatEvent): void {
    session.chat = reduceChat(session.chat, event);
    if (session === this.session) {
      this.tell();
    }
  }

  private tell(): void {
    this.view = { ...this.view, chat: this.session.chat };
    for (const listener of this.listeners) {
      listener();
    }
  }
}
