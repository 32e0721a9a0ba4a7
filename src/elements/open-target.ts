/**
 * Opens what is folded on the slip that the address names. Browsers open by themselves only what the address names
 * within; without script a rule shows it where they know one for what is folded.
 */
function openTarget(): void {
  const slip = document.querySelector(':target')?.closest('li');
  for (const details of slip?.querySelectorAll('details') ?? []) details.open = true;
}

openTarget();
addEventListener('hashchange', openTarget);
