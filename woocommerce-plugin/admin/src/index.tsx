import { createRoot } from "@wordpress/element";
import { App } from "./frame/app.tsx";
import "./style.css";

const root = document.getElementById("docket-admin");
if (root) createRoot(root).render(<App />);
