/** Lets go of files over the page, as a hand does that brings them from a folder. */
export async function drop(page, ...files) {
  const carried = await page.evaluateHandle((all) => {
    const transfer = new window.DataTransfer();
    for (const { name, text } of all) {
      transfer.items.add(new window.File([text], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: carried });
  await page.getByText("Drop to add your data").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: carried });
}
