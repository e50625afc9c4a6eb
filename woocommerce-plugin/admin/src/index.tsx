import { createRoot } from "@wordpress/element";
import { App } from "./frame/app.tsx";
// The build makes a file of its own of it.
// oxlint-disable-next-line import/no-unassigned-import
import "./style.css";

const root = document.getElementById("docket-admin");
if (root) createRoot(root).render(<App />);
