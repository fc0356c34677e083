/** How the key for commands is written on this machine. */
export const modifierKey = navigator.userAgent.includes("Mac") ? "⌘" : "Ctrl";
