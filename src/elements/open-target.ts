/**
 * Opens what is folded on the slip that the address names. Browsers open by themselves only what the address names
 * within; without script a rule shows it where they know one for what is folded.
 */
function openTarget(): void {
  // Before the window has gone there, `:target` is nothing yet.
  const slip = document.getElementById(location.hash.slice(1))?.closest('.slips > li');
  for (const details of slip?.querySelectorAll('details') ?? []) details.open = true;
}

openTarget();
addEventListener('hashchange', openTarget);
